# Words used everywhere.
app-name = Sagstakt
sample-name = Eksempel Kommune
unit-bfa = Children and Family Department
unit-fh = Family House
unit-fti = Early Preventive Support

# Where there is no file dialog.
no-dialog-words = The system cannot show a window for choosing files and folders. Type the path here instead.
no-dialog-path = Path
no-dialog-use = Go on
no-dialog-leave = Cancel
no-dialog-no-file = There is no file with that path. Type all of it, /home/mha/cases.sagstakt for example.
no-dialog-no-folder = There is no folder with that path.
no-dialog-exists = There is a file of that name already, and it is not written over. Type another name.
