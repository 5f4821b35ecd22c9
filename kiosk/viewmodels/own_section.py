"""The models and the hands of the pages of one's own number, by the names of Main.qml's properties."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from display.kit.props import Snapshot
from kiosk.flow.events import Event
from kiosk.viewmodels.own_answer import AnswerProps
from kiosk.viewmodels.own_cases import CasesProps
from kiosk.viewmodels.own_conversion import ConversionProps
from kiosk.viewmodels.own_explanation import ExplanationProps
from kiosk.viewmodels.own_hands import OwnHands
from kiosk.viewmodels.own_message import BusyProps
from kiosk.viewmodels.own_models import AnswerModel, BusyModel, OwnModel, OwnTypingModel, RatingModel
from kiosk.viewmodels.own_number import OwnProps
from kiosk.viewmodels.own_question import QuestionProps
from kiosk.viewmodels.own_question_models import (
    CasesModel,
    ConversionModel,
    ExplanationModel,
    QuestionModel,
)
from kiosk.viewmodels.own_typing import RatingProps, TypingProps


def models(parent: QObject) -> dict[str, Snapshot[Any]]:
    return {
        "own": OwnModel(OwnProps(), parent),
        "ownTyping": OwnTypingModel(TypingProps(), parent),
        "question": QuestionModel(QuestionProps(), parent),
        "explanation": ExplanationModel(ExplanationProps(), parent),
        "conversion": ConversionModel(ConversionProps(), parent),
        "cases": CasesModel(CasesProps(), parent),
        "rating": RatingModel(RatingProps(), parent),
        "answer": AnswerModel(AnswerProps(), parent),
        "busy": BusyModel(BusyProps(), parent),
    }


def hands(parent: QObject, receive: Callable[[Event], None]) -> dict[str, QObject]:
    made = OwnHands(parent)
    made.connect_to(receive)
    return {"ownHands": made}
