# A person's own data as a file, and the backup before an import.
register-disclose = Subject access …
person-file-name = subject-access-{ $initials }
person-kind = Spreadsheet (CSV)
person-written = Everything the file holds about { $initials } is saved: { $path }
person-column-kind = Kind
person-column-unit = Unit
person-column-from = From
person-column-to = To
person-column-what = What
person-column-value = Value
person-column-who = Done by
person-column-at = At
person-initials = Initials
person-name = Name
person-presence = In the unit
person-hours = Hours a week
person-weight = Weight
person-absence = Absence
person-cases = Cases
person-question = Question about a figure
person-log = Change log
person-text = Text somebody wrote

error-not-backed-up = Nothing is imported: the backup before the import could not be written to { $folder } ({ $cause }). The file is unchanged. Make room and see that the folder can be written to, and import again.
error-cause-full = the disk is full
error-cause-read-only = it is write-protected
error-cause-folder = the folder cannot be written to
