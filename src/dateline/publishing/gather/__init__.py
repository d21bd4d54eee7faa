"""Takes from the record what public pages show. The only place of the public site that asks the database.

Public words come from versions alone, never from a page's row or revision: what no verb has passed is not even read.
"""
