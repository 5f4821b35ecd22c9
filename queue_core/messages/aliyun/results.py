"""What the service's error codes mean for a message (help.aliyun.com/document_detail/101346, API错误码)."""

from queue_core.messages.contract import CarrierAway, CarrierError, NeverSendable, TryLater

_HOUR_S = 3600.0
_MINUTE_S = 60.0
_LATER = {
    "isv.BUSINESS_LIMIT_CONTROL": _HOUR_S,  # this number has had enough for now
    "isv.DAY_LIMIT_CONTROL": _HOUR_S,
    "isv.MONTH_LIMIT_CONTROL": _HOUR_S,
    "isp.SYSTEM_ERROR": _MINUTE_S,
    "isp.GATEWAY_ERROR": _MINUTE_S,
}
_PERHAPS_TAKEN = frozenset({"isp.SYSTEM_ERROR", "isp.GATEWAY_ERROR"})  # on its way to the operator
_NEVER = frozenset(
    {
        "isv.MOBILE_NUMBER_ILLEGAL",
        "isv.DOMESTIC_NUMBER_NOT_SUPPORTED",
        "isv.SMS_TEMPLATE_ILLEGAL",
        "isv.TEMPLATE_MISSING_PARAMETERS",
        "isv.TEMPLATE_PARAMS_ILLEGAL",
        "isv.SMS_CONTENT_ILLEGAL",
        "isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE",
        "isv.INVALID_PARAMETERS",
        "isv.INVALID_JSON_PARAM",
        "isv.PARAM_LENGTH_LIMIT",
        "isv.PARAM_NOT_SUPPORT_URL",
        "isv.BLACK_KEY_CONTROL_LIMIT",
    }
)
_ACCOUNT = frozenset(
    {
        "isp.RAM_PERMISSION_DENY",
        "isv.OUT_OF_SERVICE",
        "isv.AMOUNT_NOT_ENOUGH",
        "isv.PRODUCT_UN_SUBSCRIPT",
        "isv.PRODUCT_UNSUBSCRIBE",
        "isv.ACCOUNT_NOT_EXISTS",
        "isv.ACCOUNT_ABNORMAL",
        "isv.SMS_SIGNATURE_ILLEGAL",
        "isv.SMS_SIGN_ILLEGAL",
        "isv.SIGN_STATE_ILLEGAL",
        "isv.SMS_SIGNATURE_SCENE_ILLEGAL",
        "isv.DENY_IP_RANGE",
        "SignatureDoesNotMatch",
        "IncompleteSignature",
        "InvalidAccessKeyId.NotFound",
        "InvalidAccessKeyId.Inactive",
        "InvalidTimeStamp.Expired",
        "InvalidTimeStamp.Format",
        "Forbidden.RAM",
    }
)
_MEND = "Look up this code in the console of the short message service and put the account right."


def refusal(code: str) -> CarrierError:
    """The error to raise. What is wrong with the account holds for every message: all of them wait."""
    if code in _NEVER:
        return NeverSendable(code, "The short message service refuses this message.", _MEND)
    if code in _ACCOUNT:
        message = "The short message service does not serve this account."
        return CarrierAway(code, message, _MEND, is_untaken=True)
    return TryLater(
        code,
        "The short message service takes this message later.",
        after_s=_LATER.get(code),
        is_untaken=code not in _PERHAPS_TAKEN,
    )
