"""Codes held before the scanner, and the issuer of electronic cards who says whose they are."""

from drivers.contract.events import CodeKind, Scanned
from drivers.contract.scanner import CodeHolder, CodeVerifier
from drivers.contract.status import StatusChanged
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedScanner
from kiosk.backstage.asking import Post
from kiosk.flow.effects import VerifyCode
from kiosk.flow.events import CardFailed, CardRead, CodeScanned, ScannerSeen
from kiosk.flow.facts import ScannerFacts
from queue_core import log
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind

logger = log.logger("kiosk.codes")
NO_READER = -1


class Codes:
    """`post` hands an event to the visit. The text of a code is in no log."""

    def __init__(self, address: str | None, verifier: CodeVerifier | None, post: Post) -> None:
        self._address = address
        self._verifier = verifier
        self._post = post

    async def watch(self, devices: Registry) -> None:
        """Opens the scanner and tells what is held before it, until cancelled."""
        if self._address is None:
            return
        scanner = await devices.add("scanner", SupervisedScanner(self._address))
        with scanner.subscribe() as events:
            self._tell(scanner)
            async for event in events:
                if isinstance(event, Scanned):
                    self._post(CodeScanned(text=event.text, kind=event.kind))
                elif isinstance(event, StatusChanged):
                    self._tell(scanner)

    async def verify(self, effect: VerifyCode) -> None:
        if self._verifier is None:
            self._post(CardFailed(visit_id=effect.visit_id, code="code-unknown"))
            return
        said = await self._verifier.verify(Scanned(text=effect.text, kind=CodeKind.MEDICAL_INSURANCE))
        if not isinstance(said, CodeHolder):
            logger.info("code-not-verified", why=said.value)
            self._post(CardFailed(visit_id=effect.visit_id, code=f"code-{said.value}"))
            return
        holder = CardHolder(name=said.name, id_number=said.id_number, card=CardKind.MEDICAL_INSURANCE)
        self._post(CardRead(visit_id=effect.visit_id, reader=NO_READER, holder=holder))

    def _tell(self, scanner: SupervisedScanner) -> None:
        self._post(ScannerSeen(ScannerFacts(status=scanner.status)))
