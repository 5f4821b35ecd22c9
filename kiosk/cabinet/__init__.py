"""The locker cabinet 取件柜: doors behind which finished cases wait, with a screen."""
