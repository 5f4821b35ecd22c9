"""The kiosk 取号机: takes numbers; owns its card readers and its ticket printer."""
