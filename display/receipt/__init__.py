"""Receipts 回执 of a case on paper: for the accepted, and for the handed over."""
