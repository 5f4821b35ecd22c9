"""Cabinets 取件柜: their doors, the orders to open them, and what is found inside."""
