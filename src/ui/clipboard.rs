//! What is copied: plain text always, and beside it HTML for those programs that read it.

/// Kept as long as the window is: on X11 what was copied lives as long as its owner.
#[derive(Default)]
pub struct Clipboard {
    owner: Owner,
}

#[derive(Default)]
enum Owner {
    /// A desktop that takes text only by way of the window; or there is none.
    #[default]
    Window,
    NotAsked,
    Desktop(arboard::Clipboard),
}

impl std::fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clipboard").finish_non_exhaustive()
    }
}

impl Clipboard {
    /// The default leaves the desktop's clipboard to the window.
    pub fn of_the_desktop() -> Self {
        Self { owner: Owner::NotAsked }
    }

    /// Text as spreadsheets and mail in plain text take it, and the same as HTML for word processors.
    pub fn copy(&mut self, ctx: &egui::Context, text: String, html: &str) {
        if !self.rich(&text, html) {
            ctx.copy_text(text);
        }
    }

    fn rich(&mut self, text: &str, html: &str) -> bool {
        if matches!(self.owner, Owner::NotAsked) {
            self.owner = owner();
        }
        match &mut self.owner {
            Owner::Desktop(desktop) => desktop.set_html(html, Some(text)).is_ok(),
            Owner::NotAsked | Owner::Window => false,
        }
    }
}

/// Under Wayland only the window that has the keyboard may fill the clipboard, and the library can not be that window.
fn owner() -> Owner {
    if std::env::var_os("WAYLAND_DISPLAY").is_some_and(|it| !it.is_empty()) {
        return Owner::Window;
    }
    arboard::Clipboard::new().map_or(Owner::Window, Owner::Desktop)
}
