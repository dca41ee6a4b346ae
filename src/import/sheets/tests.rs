//! Sheets in every form that is to be understood.
