"""The guide desk's decisions, pure: which page stands, what a press leads to, what an answer means."""
