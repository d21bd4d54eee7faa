"""Importing this makes Django ready: commands that keep something import it before any model."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.settings.development")
django.setup()
