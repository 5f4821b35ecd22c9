"""The citizen's ID number 公民身份号码 and its check digit (GB 11643-1999, ISO 7064 MOD 11-2)."""

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"


def check_digit(first_seventeen: str) -> str:
    """The 18th character. The argument is 17 ASCII digits."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first_seventeen, strict=True))
    return CHECK_DIGITS[total % 11]


def is_well_formed(number: str) -> bool:
    """17 digits and a digit or X; says nothing of the check digit."""
    return (
        len(number) == len(WEIGHTS) + 1
        and number.isascii()
        and number[:-1].isdecimal()
        and number[-1] in CHECK_DIGITS
    )


def is_valid(number: str) -> bool:
    return is_well_formed(number) and check_digit(number[:-1]) == number[-1]
