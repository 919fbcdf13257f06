//! Writes a tree of elements from top to bottom, in the words of one language or of two.
//!
//! Knows no law and no sentence. What never changes is written as text, since a browser loads text in a third of the bytes that
//! calls take: a tag names an element with its class, its key and its attributes (`h2.past#when tabindex=-1`), and lines of tags
//! and of ids of sentences make whole parts. What changes is written by calls.

use std::borrow::Cow;

use crate::page::node::{Element, Node, element};
use crate::page::words::{Words, parts, unmarked};

/// A tree of elements being written, and the words for it.
pub struct Writer<'a> {
    /// The reader's words.
    pub words: &'a Words,
    /// The words of a second reader, to stand beside the first one's.
    beside: Option<&'a Words>,
    open: Vec<Element>,
    written: Vec<Node>,
}

// Not inlined, since a page calls them hundreds of times.
impl<'a> Writer<'a> {
    /// Nothing written yet.
    ///
    /// ```
    /// use tirkeu::{Words, page::writer::Writer};
    /// let words = Words::new("en", |id| (id == "greeting").then(|| "Hello!".into()));
    /// let mut w = Writer::new(&words);
    /// w.lines(
    ///     "div.box
    ///       p lang=en|greeting
    ///     /",
    /// );
    /// assert_eq!(w.finish()[0].html(), r#"<div class="box"><p lang="en">Hello!</p></div>"#);
    /// ```
    #[must_use]
    pub fn new(words: &'a Words) -> Self {
        Self { words, beside: None, open: Vec::new(), written: Vec::new() }
    }

    /// The same, with these words beside the first ones, unless they are of the same language.
    #[must_use]
    pub fn beside(self, words: Option<&'a Words>) -> Self {
        Self { beside: words.filter(|beside| beside.language() != self.words.language()), ..self }
    }

    /// The language that stands last: of the second reader, or of the only one.
    #[must_use]
    pub fn last_language(&self) -> &'a str {
        self.beside.unwrap_or(self.words).language()
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> Vec<Node> {
        self.written
    }

    /// What was written, where that is elements only.
    #[must_use]
    pub fn elements(self) -> Vec<Element> {
        let element = |node| if let Node::Element(element) = node { Some(element) } else { None };
        self.written.into_iter().filter_map(element).collect()
    }

    /// Begins an element; what follows stands in it.
    pub fn open(&mut self, tag: &'static str) {
        self.open.push(element_of(tag));
    }

    /// Ends the element begun last.
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(Node::Element(element));
        }
    }

    /// Ends a list and the section that it stands in; without any item in the list there is no section either.
    pub fn close_list(&mut self) {
        if self.open.last().is_some_and(|list| list.children.is_empty()) {
            self.open.truncate(self.open.len().saturating_sub(2));
        } else {
            self.close();
            self.close();
        }
    }

    /// Gives the open element this attribute.
    pub fn set(&mut self, name: &'static str, value: impl Into<Cow<'static, str>>) {
        self.set_to(name, value.into());
    }

    fn set_to(&mut self, name: &'static str, value: Cow<'static, str>) {
        if let Some(element) = self.open.last_mut() {
            let value = if let Cow::Owned(made) = value { Cow::Owned(unmarked(&made)) } else { value };
            element.attributes.push((name, value));
        }
    }

    /// Makes the open element known among its siblings by this key.
    pub fn key(&mut self, key: String) {
        if let Some(element) = self.open.last_mut() {
            element.key = Cow::Owned(key);
        }
    }

    /// Writes a text. What stands between two `^` is Russian, as it is called at the counter: it is said to be, and keeps its direction.
    ///
    /// ```
    /// use tirkeu::{Words, page::writer::Writer};
    /// let words = Words::new("uz", |_| None);
    /// let mut w = Writer::new(&words);
    /// w.text("p", "Rozilik (^согласие^)".into());
    /// assert_eq!(w.finish()[0].html(), r#"<p>Rozilik (<bdi lang="ru">согласие</bdi>)</p>"#);
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "texts are made to be put somewhere")]
    pub fn put(&mut self, text: String) {
        let mut is_russian = false;
        for part in parts(&text, b'^') {
            if is_russian {
                self.text("bdi lang=ru", part.to_owned());
            } else {
                self.add(Node::Text(part.to_owned()));
            }
            is_russian = !is_russian;
        }
    }

    /// Says in which language the open element is, and in which direction that runs.
    pub fn speaks(&mut self, words: &Words) {
        self.set("lang", words.language().to_owned());
        self.set("dir", words.direction().to_owned());
    }

    /// Writes an element with this text in it.
    pub fn text(&mut self, tag: &'static str, text: String) {
        self.open(tag);
        self.put(text);
        self.close();
    }

    /// Writes an element with the sentence of this id in it.
    pub fn say(&mut self, tag: &'static str, id: &str) {
        self.text(tag, self.words.get(id));
    }

    /// Writes an element with the sentence in it whose id this is, a star in it replaced.
    pub fn say_of(&mut self, tag: &'static str, id: &str, part: &str) {
        self.text(tag, self.words.of(id, part));
    }

    /// Writes an element with this sentence in it, and beside it the same in the second language.
    pub fn both(&mut self, tag: &'static str, sentence: &dyn Fn(&Words) -> String) {
        self.open(tag);
        self.sides(sentence);
        self.close();
    }

    /// Writes this sentence into the open element in one language and, beside it, in the second.
    pub fn sides(&mut self, sentence: &dyn Fn(&Words) -> String) {
        self.set("class", "both");
        for words in [Some(self.words), self.beside].into_iter().flatten() {
            self.open("span");
            self.speaks(words);
            self.put(sentence(words));
            self.close();
        }
    }

    /// Writes lines: `tag|id` is an element with that sentence, `tag||id` one with it in both languages, `tag` begins an element,
    /// and `/` ends it.
    pub fn lines(&mut self, lines: &'static str) {
        for line in parts(lines, b'\n').map(str::trim_ascii_start) {
            match line.split_once('|') {
                Some((tag, id)) => match id.split_once('|') {
                    Some((_, id)) => self.both(tag, &|words| words.get(id)),
                    None => self.say(tag, id),
                },
                None if line == "/" => self.close(),
                None => self.open(line),
            }
        }
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(element) => element.children.push(node),
            None => self.written.push(node),
        }
    }
}

/// The element that a tag names: its name, its class after a dot, its key after a hash, then its attributes.
fn element_of(tag: &'static str) -> Element {
    let mut words = parts(tag, b' ');
    let name = words.next().unwrap_or_default();
    let (name, key) = name.split_once('#').unwrap_or((name, ""));
    let (name, class) = name.split_once('.').unwrap_or((name, ""));
    let mut element = element(name);
    element.key = Cow::Borrowed(key);
    if !class.is_empty() {
        element.attributes.push(("class", Cow::Borrowed(class)));
    }
    for (name, value) in words.map(|word| word.split_once('=').unwrap_or((word, ""))) {
        element.attributes.push((name, Cow::Borrowed(value)));
    }
    element
}
