"""What carries a peer's bytes: pty, TCP, vpcd, and the faults of such links."""
