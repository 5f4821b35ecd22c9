import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.messages.aliyun.signing import signature as aliyun_signature
from queue_core.messages.errors import SecretUnreadable
from queue_core.messages.secret import read_secret
from queue_core.messages.signing import is_signature, seconds_of, signature

BODY = b'{"id":"e-1"}'


def test_aliyun_s_own_example_of_an_rpc_signature() -> None:
    """help.aliyun.com/document_detail/25492: DescribeRegions with testid and testsecret."""
    parameters = {
        "Timestamp": "2016-02-23T12:46:24Z",
        "Format": "XML",
        "AccessKeyId": "testid",
        "Action": "DescribeRegions",
        "SignatureMethod": "HMAC-SHA1",
        "SignatureNonce": "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
        "Version": "2014-05-26",
        "SignatureVersion": "1.0",
    }
    assert aliyun_signature("GET", parameters, "testsecret") == "OLeaidS1JvxuMvnyHOwuJ+uX5qY="


def test_aliyun_s_own_example_of_a_short_message() -> None:
    """The same for SendSms with testId and testSecret; Chinese, blanks and quotes are encoded."""
    parameters = {
        "SignatureMethod": "HMAC-SHA1",
        "SignatureNonce": "45e25e9b-0a6f-4070-8c85-2956eda1b466",
        "AccessKeyId": "testId",
        "SignatureVersion": "1.0",
        "Timestamp": "2017-07-12T02:42:19Z",
        "Format": "XML",
        "Action": "SendSms",
        "Version": "2017-05-25",
        "RegionId": "cn-hangzhou",
        "PhoneNumbers": "15300000001",
        "SignName": "阿里云短信测试专用",
        "TemplateParam": '{"customer":"test"}',
        "TemplateCode": "SMS_71390007",
        "OutId": "123",
    }
    assert aliyun_signature("GET", parameters, "testSecret") == "zJDF+Lrzhj/ThnlvIToysFRq6t4="
    assert aliyun_signature("POST", parameters, "testSecret") != "zJDF+Lrzhj/ThnlvIToysFRq6t4="


def test_a_hook_s_signature_is_that_of_its_time_and_body() -> None:
    """HMAC-SHA256 by hand: printf '1.{}' | openssl dgst -sha256 -hmac key."""
    signed = signature("key", b"{}", 1)
    assert signed == "t=1,v1=1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224"
    assert seconds_of(signed) == 1
    assert is_signature("key", b"{}", signed)


@given(st.binary(max_size=64), st.integers(1, 2**33), st.text(max_size=20))
def test_no_other_body_secret_or_header_passes(body, at_s, other) -> None:
    signed = signature("key", body, at_s)
    assert is_signature("key", body, signed)
    assert not is_signature("key", body + b"x", signed)
    assert not is_signature("kez", body, signed)
    assert not is_signature("key", body, signed.replace(f"t={at_s}", f"t={at_s + 1}"))
    assert not is_signature("key", body, signed.replace("t=", "t=0"))
    assert not is_signature("key", body, other)


@pytest.mark.parametrize("header", ["", "t=,v1=", "v1=00,t=1", "t=1;v1=" + "0" * 64, "t=-1,v1=" + "0" * 64])
def test_what_is_no_signature_has_no_time(header) -> None:
    assert seconds_of(header) is None
    assert not is_signature("key", BODY, header)


def test_a_secret_is_read_from_a_file_of_one_s_own_and_shown_nowhere(tmp_path) -> None:
    path = tmp_path / "secret"
    path.write_text("  hush\n")
    path.chmod(0o600)
    secret = read_secret(path)
    assert secret.reveal() == "hush"
    assert "hush" not in f"{secret} {secret!r}"


@pytest.mark.parametrize(("content", "mode"), [(b"hush", 0o640), (b"", 0o600), (b"\xff", 0o600), (None, 0)])
def test_a_secret_others_may_read_or_that_is_none_is_refused(tmp_path, content, mode) -> None:
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
        path.chmod(mode)
    with pytest.raises(SecretUnreadable) as refused:
        read_secret(path)
    assert "hush" not in str(refused.value)
