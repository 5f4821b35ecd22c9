"""What a device is, in the words of the project; knows no bytes and no port."""
