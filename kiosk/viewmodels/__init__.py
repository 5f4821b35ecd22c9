"""What the pages show: a pure `derive` to frozen props, and the Qt objects that carry them."""
