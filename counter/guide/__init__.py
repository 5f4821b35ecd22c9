"""The guide desk 导办: numbers for people without cards, and help for everybody who waits."""
