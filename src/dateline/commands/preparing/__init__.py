"""What must be there before the server can answer: each part made once, and looked at quickly ever after."""
