"""What a bad link does to the bytes of both sides."""

from sim.links.faults import Faults


def test_a_link_without_faults_changes_nothing() -> None:
    faults = Faults()
    assert faults.admit(b"abc") == (b"abc", False)
    assert faults.pieces(b"abc") == [b"abc"]
    assert faults.flood(7.0) == b""


def test_a_link_is_cut_once_after_the_armed_bytes() -> None:
    faults = Faults(cut_after_bytes=4)
    assert faults.admit(b"abc") == (b"abc", False)
    assert faults.admit(b"def") == (b"d", True)
    assert faults.admit(b"ghi") == (b"ghi", False)


def test_answers_are_split_spoilt_or_swallowed() -> None:
    assert Faults(split_bytes=2).pieces(b"abc") == [b"ab", b"c"]
    assert Faults(garble_every=2).pieces(b"abcd") == [b"aBcD"]
    assert Faults(silent=True).pieces(b"abc") == []


def test_a_device_babbles_so_many_bytes_a_second() -> None:
    faults = Faults()
    assert faults.flood(100.0) == b""
    faults.flood_per_s = 1000
    assert len(faults.flood(100.25)) == 250
    assert len(faults.flood(100.5)) == 250
    assert len(faults.flood(900.0)) == 1000
    assert len(set(faults.flood(901.0))) == 256


def test_cleared_faults_are_gone() -> None:
    faults = Faults(silent=True, flood_per_s=9, cut_after_bytes=1)
    faults.clear()
    assert faults.admit(b"abc") == (b"abc", False)
    assert faults.pieces(b"abc") == [b"abc"]
    assert faults.flood(5.0) == b""
