//! The reader in the terminal: wait, update, lay out, draw.
