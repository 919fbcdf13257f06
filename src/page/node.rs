//! A piece of a page as a tree of elements: built by a pure function, then shown in a browser or written as HTML; as plain text in
//! `plain_text`.
//!
//! Knows no law and no sentence. Text is only ever text: whatever stands in it, it never becomes markup.

use std::borrow::Cow;
use std::fmt::Write;

/// An element or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element, its attributes and what is in it. Boxed, so that building one moves a pointer: measured, that halves the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(Box<Parts>);

/// What an element is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The name, as in HTML.
    pub name: &'static str,
    /// What tells it from its siblings when the page changes; empty where its place does.
    pub key: Cow<'static, str>,
    /// The attributes, in the order given.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// An element with this name.
#[must_use]
pub fn element(name: &'static str) -> Element {
    Element(Box::new(Parts { name, key: Cow::Borrowed(""), attributes: Vec::new(), children: Vec::new() }))
}

/// An element with this name and this text in it.
#[must_use]
pub fn text(name: &'static str, text: String) -> Element {
    element(name).text(text)
}

// Not inlined, and without generics where a page calls them hundreds of times: measured, that is a fifth of the module.
impl Element {
    /// With this attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.attributes.push((name, Cow::Borrowed(value)));
        self
    }

    /// With this attribute, whose value is made while running.
    #[must_use]
    pub fn with_made(mut self, name: &'static str, value: String) -> Self {
        self.0.attributes.push((name, Cow::Owned(value)));
        self
    }

    /// With this attribute, without a value, if `on`.
    #[must_use]
    pub fn with_if(self, on: bool, name: &'static str) -> Self {
        if on { self.with(name, "") } else { self }
    }

    /// Of this class, by which it is styled.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.with("class", class)
    }

    /// Known among its siblings by this key.
    #[must_use]
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.key = Cow::Borrowed(key);
        self
    }

    /// Known among its siblings by this key, which is made while running.
    #[must_use]
    pub fn key_made(mut self, key: String) -> Self {
        self.0.key = Cow::Owned(key);
        self
    }

    /// With this element in it.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.0.children.push(Node::Element(child));
        self
    }

    /// With this text in it.
    #[must_use]
    pub fn text(mut self, text: String) -> Self {
        self.0.children.push(Node::Text(text));
        self
    }

    /// With all of these in it.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_ref())
    }
}

impl std::ops::Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl std::ops::DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Elements that hold nothing and have no end tag.
const VOID: &[&str] = &["br", "hr", "input", "link", "meta"];

impl Node {
    /// The node as HTML.
    ///
    /// ```
    /// use tirkeu::page::node::{Node, text};
    /// assert_eq!(Node::from(text("p", "a < b".into())).html(), "<p>a &lt; b</p>");
    /// ```
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write_html(&mut html);
        html
    }

    fn write_html(&self, html: &mut String) {
        match self {
            Self::Text(text) => escape(text, html),
            Self::Element(element) => element.write_html(html),
        }
    }
}

impl Element {
    fn write_html(&self, html: &mut String) {
        let _ = write!(html, "<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(html, " {name}=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        if VOID.contains(&self.name) {
            return;
        }
        self.children.iter().for_each(|child| child.write_html(html));
        let _ = write!(html, "</{}>", self.name);
    }
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(character),
        }
    }
}
