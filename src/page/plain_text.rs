//! A tree of elements as plain text, for people who read it in a terminal: headings underlined, items of lists marked and indented, no
//! more than one empty line at a time.
//!
//! Knows elements and no sentence. On a screen the style keeps two pieces of a line apart; here something must be written between them.

use crate::page::node::{Element, Node};

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "details", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "header", "li", "ol", "p", "section", "summary",
    "table", "td", "th", "tr", "ul",
];

impl Node {
    /// The node as plain text. Buttons are left out: paper has none.
    ///
    /// ```
    /// use tirkeu::page::node::{Node, element, text};
    /// let item = element("li").child(text("strong", "Passport".into())).child(text("span", "expired".into()));
    /// assert_eq!(Node::from(element("ul").child(item)).plain(), "- Passport: expired\n");
    /// ```
    #[must_use]
    pub fn plain(&self) -> String {
        let mut page = Page::default();
        page.write(self);
        page.end_line();
        page.lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
        page.lines.join("\n").trim().to_owned() + "\n"
    }
}

/// Lines being written.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    line: String,
    /// What keeps the next piece apart from what stands on the line, unless one of the two does so itself.
    gap: &'static str,
    /// How many lists a line stands in.
    depth: usize,
    /// Whether the next line is the first of an item.
    begins_item: bool,
}

impl Page {
    fn write(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.put(text),
            Node::Element(element) if element.name == "button" => {}
            Node::Element(element) if BLOCKS.contains(&element.name) => self.write_block(element),
            Node::Element(element) if element.name == "label" => self.write_pieces(element),
            Node::Element(element) => self.write_inside_line(element),
        }
    }

    fn write_block(&mut self, element: &Element) {
        let is_item = element.name == "li";
        self.end_line();
        self.depth += usize::from(is_item);
        self.begins_item |= is_item;
        if matches!(element.name, "h1" | "h2" | "h3" | "h4") {
            self.lines.push(String::new());
        }
        if element.name == "th" {
            self.write_pieces(element);
        } else {
            element.children.iter().for_each(|child| self.write(child));
        }
        if matches!(element.name, "h1" | "h2") {
            let width = self.line.chars().count();
            self.end_line();
            self.put(&"=".repeat(width));
        }
        self.end_line();
        if is_item {
            self.depth -= 1;
            self.begins_item = false;
        }
    }

    /// A name, and what is said of it piece by piece.
    fn write_pieces(&mut self, element: &Element) {
        let mut gap = ": ";
        for child in &element.children {
            let before = self.line.len();
            self.write(child);
            if self.line.len() > before {
                self.gap = gap;
                gap = ". ";
            }
        }
    }

    /// A name in bold type leads to what is said of it. Of a link to another site its address is written: words cannot be followed here.
    fn write_inside_line(&mut self, element: &Element) {
        self.keep_apart(" ");
        match element.attribute("href") {
            Some(address) if element.name == "a" && address.contains("://") => {
                self.gap = ": ";
                self.put(address);
            }
            _ => element.children.iter().for_each(|child| self.write(child)),
        }
        self.gap = "";
        self.keep_apart(if element.name == "strong" { ": " } else { " " });
    }

    fn keep_apart(&mut self, gap: &'static str) {
        if self.gap.is_empty() && !self.line.is_empty() {
            self.gap = gap;
        }
    }

    /// Writes a text with single spaces.
    fn put(&mut self, text: &str) {
        let stays_apart = text.starts_with(|first: char| first.is_whitespace() || ".,;:!?)»”".contains(first));
        let is_signed = self.line.ends_with(['.', '!', '?', ':', ';', ',', '؟', '؛', '،']);
        let gap = match self.gap {
            _ if stays_apart || self.line.is_empty() || self.line.ends_with([' ', '(', '«', '“']) => "",
            ": " | ". " if is_signed => " ",
            gap => gap,
        };
        for piece in [gap, text] {
            for letter in piece.chars().map(|letter| if letter.is_ascii_whitespace() { ' ' } else { letter }) {
                if letter != ' ' || !self.line.is_empty() && !self.line.ends_with(' ') {
                    self.line.push(letter);
                }
            }
        }
        self.gap = "";
    }

    fn end_line(&mut self) {
        self.gap = "";
        let line = std::mem::take(&mut self.line);
        if line.trim_end().is_empty() {
            return;
        }
        let indent = "  ".repeat(self.depth.saturating_sub(usize::from(self.begins_item)));
        let mark = if self.begins_item { "- " } else { "" };
        self.lines.push([&indent, mark, line.trim_end()].concat());
        self.begins_item = false;
    }
}
