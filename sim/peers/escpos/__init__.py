"""A thermal ticket printer that speaks ESC/POS, as Chinese 58 and 80 mm printers do."""
