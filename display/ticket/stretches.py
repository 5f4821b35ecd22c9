"""Windows drawn together, as people say them: 1–3, 5."""

LEAST_DRAWN_TOGETHER = 3  # two beside each other stay two


def stretches(numbers: list[int], dash: str = "–") -> list[str]:
    """`1, 2, 3, 5` as `1–3, 5`. `numbers` are sorted."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        part
        for run in runs
        for part in (
            [f"{run[0]}{dash}{run[-1]}"]
            if len(run) >= LEAST_DRAWN_TOGETHER
            else [str(number) for number in run]
        )
    ]
