"""What the guide desk's pages show and what may be pressed on them."""
