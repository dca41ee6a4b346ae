//! Workbooks that are sound, odd and hostile.
