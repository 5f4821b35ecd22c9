"""CMPP 2.0 中国移动点对点协议: the way to an operator's SMS gateway (ISMG) over a line that is kept open."""

from queue_core.messages.cmpp.carrier import CmppCarrier
from queue_core.messages.cmpp.settings import CmppSettings, TextCoding

__all__ = ["CmppCarrier", "CmppSettings", "TextCoding"]
