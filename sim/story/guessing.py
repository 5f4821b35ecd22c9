"""Somebody who guesses pickup codes, and knows how their last digit is computed."""


def with_check_digit(eight: str) -> str:
    """The nine digits that are no typing mistake: ISO 7064, MOD 11,10."""
    product = 10
    for digit in map(int, eight):
        product = ((product + digit) % 10 or 10) * 2 % 11
    return eight + str((11 - product) % 10)
