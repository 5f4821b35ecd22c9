"""What SUBMIT_RESP's result means for the message."""

from queue_core.messages.contract import CarrierError, NeverSendable, TryLater

ACCEPTED = 0
SEQUENCE_REPEATED = 3
FLOW_CONTROL = 8
_FLOW_CONTROL_AFTER_S = 1.0  # operators count by the second
_FOR_GOOD = {
    1: ("cmpp-wrong-structure", "The gateway cannot read this message."),
    4: ("cmpp-wrong-length", "The gateway finds this message's length wrong."),
    6: ("cmpp-wrong-length", "The gateway finds this message too long."),
}
# Mistakes of the account, not of the message: once the operator has put them right, it can go.
_FOR_NOW = {
    2: ("cmpp-wrong-command", "The gateway takes no messages from us."),
    SEQUENCE_REPEATED: ("cmpp-sequence-repeated", "The gateway has had our message number before."),
    5: ("cmpp-wrong-fee", "The gateway does not accept who pays."),
    7: ("cmpp-wrong-service", "The gateway does not accept our service id."),
}


def refusal(result: int) -> CarrierError:
    """Of any result but ACCEPTED. Results of 9 and more are each operator's own: they are tried again."""
    if result == FLOW_CONTROL:
        message = "The gateway takes no more this second."
        return TryLater("cmpp-flow-control", message, after_s=_FLOW_CONTROL_AFTER_S)
    if result in _FOR_GOOD:
        return NeverSendable(*_FOR_GOOD[result])
    return TryLater(*_FOR_NOW.get(result, (f"cmpp-result-{result}", f"The gateway answered {result}.")))
