"""Whether a command may happen now, and what happens then. Changes nothing but the time that has passed."""

from collections.abc import Callable
from typing import Any

from queue_core.domain import (
    absences,
    admitting,
    booking,
    casework,
    commands,
    converting,
    delivering,
    devices,
    follow_up_work,
    housekeeping,
    noticing,
    rating,
    refusals,
    serving,
    staffing,
    timers,
)
from queue_core.domain.commands import Command
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import asking, doors, proofs, settling

Decision = Callable[[HallDay, Any, int], tuple[Event, ...]]
"""The command is of the type under which the decision stands."""

DECISIONS: dict[type[Command], Decision] = {
    commands.OpenDay: housekeeping.open_day,
    commands.ChangeRules: housekeeping.change_rules,
    commands.CloseDay: housekeeping.close_day,
    commands.KeepTime: timers.keep_time,
    commands.Calibrate: housekeeping.calibrate,
    commands.CallWaiting: serving.call_waiting,
    commands.TakeNumber: admitting.take_number,
    commands.Arrive: admitting.arrive,
    commands.ReportDelivery: delivering.report_delivery,
    commands.WithdrawUndelivered: delivering.withdraw_undelivered,
    commands.ShowEstimate: admitting.show_estimate,
    commands.GrantPriority: admitting.grant_priority,
    commands.Convert: converting.convert,
    commands.AddErrand: converting.add_errand,
    commands.AnnounceResult: converting.announce_result,
    commands.Defer: absences.defer,
    commands.Return: absences.come_back,
    commands.Cancel: absences.cancel,
    commands.PostNotice: noticing.post,
    commands.EndNotice: noticing.end,
    commands.ReportDevices: devices.report,
    commands.OpenWindow: staffing.open_window,
    commands.TakeOverWindow: staffing.take_over,
    commands.CloseWindow: staffing.close_window,
    commands.PauseWindow: staffing.pause,
    commands.ResumeWindow: staffing.resume,
    commands.ChangeProfile: staffing.change_profile,
    commands.WriteNote: serving.write_note,
    commands.CallNext: serving.call_next,
    commands.CallTicket: serving.call_ticket,
    commands.Recall: serving.recall,
    commands.ReportSpoken: serving.report_spoken,
    commands.StartService: serving.start,
    commands.FinishService: serving.finish,
    commands.MarkNoShow: absences.mark_no_show,
    commands.HoldTicket: serving.hold,
    commands.Transfer: converting.transfer,
    commands.Rate: rating.rate,
    commands.RateVisit: rating.rate_visit,
    commands.RatePastVisit: rating.rate_past_visit,
    commands.SkipRating: rating.skip,
    commands.AdvanceFollowUp: follow_up_work.advance,
    commands.BookAppointment: booking.book,
    commands.CancelAppointment: booking.cancel,
    commands.RecordCase: casework.record,
    commands.MarkCaseReady: casework.mark_ready,
    commands.HandOverCase: casework.hand_over,
    commands.PlaceCase: casework.place,
    commands.KeepLonger: casework.keep_longer,
    commands.ReturnCase: casework.send_back,
    commands.ReportReceipt: casework.report_receipt,
    commands.AskDeposit: asking.deposit,
    commands.AskCollection: asking.collection,
    commands.AskRemoval: asking.removal,
    commands.AskInspection: asking.inspection,
    commands.FailUnlocking: settling.fail,
    commands.SayFinding: settling.say,
    commands.ReportDoors: doors.report,
    commands.SetDoorService: doors.set_service,
    commands.CountProof: proofs.count,
    commands.LiftProofLock: proofs.lift,
}


def decide(day: HallDay, command: Command, now_ms: int) -> tuple[Event, ...]:
    """The events a command leads to; none when what it asks for is so already. Raises Refusal.

    `now_ms` is never before the last event.
    """
    if day.day is None and not isinstance(command, commands.OpenDay):
        raise refusals.HallClosed
    day.pass_time(now_ms)
    return DECISIONS[type(command)](day, command, now_ms)
