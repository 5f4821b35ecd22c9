"""[messages] of hall.toml: what it may say, and what is wrong with what it may not."""

from pathlib import Path

import pytest

from queue_core.config import ConfigErrors, Section, load
from queue_core.hall.settings_messages import AliyunEntry, CmppEntry, MessagesEntry, WebhookEntry
from queue_core.store.message import MessageKind

WHOLE = """
[messages]
signature = "示范政务中心"
quiet = "22:00-07:00"
an_hour = 4
routes = { called = ["operator"] }

[[messages.carriers]]
kind = "cmpp"
name = "operator"
host = "10.1.2.3"
source_address = "901234"
secret_file = "operator.secret"
service_id = "ZWDT"
sender = "106590001"

[[messages.carriers]]
kind = "aliyun"
name = "cloud"
access_key_id = "LTAI5tExample"
secret_file = "cloud.secret"
sign_name = "示范政务中心"
[messages.carriers.templates]
"called" = { code = "SMS_1", fields = { number = "number", window = "window" } }
"called.en" = { code = "SMS_2" }

[[messages.carriers]]
kind = "webhook"
url = "https://wechat.example.org/hooks/paihao"
secret_file = "wechat.secret"

[[messages.partners]]
code = "fengxiang"
secret_file = "fengxiang.secret"
"""


class Whole(Section):
    messages: MessagesEntry


def read(tmp_path: Path, text: str) -> MessagesEntry:
    path = tmp_path / "hall.toml"
    path.write_text(text, "utf-8")
    return load(path, Whole).messages


def test_a_hall_names_its_carriers_and_which_takes_what(tmp_path) -> None:
    found = read(tmp_path, WHOLE)
    assert [type(each) for each in found.carriers] == [CmppEntry, AliyunEntry, WebhookEntry]
    assert found.route(MessageKind.CALLED) == ("operator",)
    assert found.route(MessageKind.RATING_LINK) == ("operator", "cloud", "webhook")
    assert found.quiet_min == (22 * 60, 7 * 60)
    assert found.carriers[0].secret_file == tmp_path / "operator.secret"
    cloud = found.carriers[1]
    assert isinstance(cloud, AliyunEntry)
    codes = [cloud.template("called", language) for language in ("zh-CN", "zh-Hant", "en")]
    assert [each and each.code for each in codes] == ["SMS_1", "SMS_1", "SMS_2"]
    assert cloud.template("rating-link", "en") is None


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('["operator"]', '["nobody"]', "there is no carrier nobody"),
        ('name = "cloud"', 'name = "operator"', '"operator" is there twice'),
        ('"22:00-07:00"', '"late"', '"late" is no stretch of the day'),
        ('"called.en"', '"calling"', '"calling" is no message of this hall'),
        ('window = "window"', 'window = "name"', "no message has the slot name"),
        ('kind = "cmpp"', 'kind = "pigeon"', "pigeon"),
        ('host = "10.1.2.3"\n', "", "host"),
        ("called = [", "shouted = [", "shouted"),
    ],
)
def test_what_does_not_fit_is_said_with_its_line(tmp_path, right, wrong, says) -> None:
    assert right in WHOLE
    with pytest.raises(ConfigErrors) as refused:
        read(tmp_path, WHOLE.replace(right, wrong))
    assert says in str(refused.value)
    assert all(each.line > 1 and each.remedy for each in refused.value.mistakes)
