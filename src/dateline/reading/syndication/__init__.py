"""What feeds and news objects mean by their fields."""
