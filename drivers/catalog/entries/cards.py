"""Card readers: ID cards, social security cards, staff cards."""

from drivers.catalog.entry import READ_WITHIN, Entry
from drivers.contract.device import Kind

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="ssc+pcsc",
        kind=Kind.CARD_READER,
        module="drivers.catalog.ssc_pcsc",
        title="社会保障卡, contact or contactless PC/SC reader (LD/T 32-2015)",
        example="ssc+pcsc://ACS%20ACR39U%20ICC%20Reader%2000%2000",
        options=(READ_WITHIN,),
    ),
    Entry(
        scheme="idcard+pcsc",
        kind=Kind.CARD_READER,
        module="drivers.catalog.idcard_pcsc",
        title="居民身份证, PC/SC reader with a built-in security module",
        example="idcard+pcsc://ID%20Reader%2000%2000",
        options=(READ_WITHIN,),
    ),
)
