"""One question a file, each pure: which is the dateline, the date, the headline, the contacts?"""
