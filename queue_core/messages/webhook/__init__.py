"""A signed HTTP request a message: the hook 回调 for WeChat, the post, and whatever a hall has beside SMS."""
