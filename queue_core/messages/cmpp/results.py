"""What SUBMIT_RESP's result means for the message."""

from queue_core.messages.contract import CarrierAway, CarrierError, NeverSendable, TryLater

ACCEPTED = 0
SEQUENCE_REPEATED = 3
FLOW_CONTROL = 8
_FLOW_CONTROL_AFTER_S = 1.0  # operators count by the second
_MEND = "Compare service id and sender with the operator's papers."
_FOR_GOOD = {
    1: ("cmpp-wrong-structure", "The gateway cannot read this message."),
    4: ("cmpp-wrong-length", "The gateway finds this message's length wrong."),
    6: ("cmpp-wrong-length", "The gateway finds this message too long."),
}
_OF_ACCOUNT = {
    2: ("cmpp-wrong-command", "The gateway takes no messages from us."),
    5: ("cmpp-wrong-fee", "The gateway does not accept who pays."),
    7: ("cmpp-wrong-service", "The gateway does not accept our service id."),
}


def refusal(result: int) -> CarrierError:
    """Of any result but ACCEPTED. What is wrong with the account holds for every message: all of them wait.

    Results of 9 and more are each operator's own: they are tried again.
    """
    if result == FLOW_CONTROL:
        message = "The gateway takes no more this second."
        return TryLater("cmpp-flow-control", message, after_s=_FLOW_CONTROL_AFTER_S)
    if result in _FOR_GOOD:
        return NeverSendable(*_FOR_GOOD[result])
    if result in _OF_ACCOUNT:
        return CarrierAway(*_OF_ACCOUNT[result], _MEND)
    if result == SEQUENCE_REPEATED:
        return TryLater("cmpp-sequence-repeated", "The gateway has had our message number before.")
    return TryLater(f"cmpp-result-{result}", f"The gateway answered {result}.")
