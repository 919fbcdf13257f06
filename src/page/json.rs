//! A tree of elements as JSON, for a script that builds it node by node: no text of it ever becomes markup.
//!
//! Knows elements and no sentence.

use serde_json::Value;

use crate::page::node::Node;

/// A node as JSON: a text, or a list of the element's name, its attributes and its children.
///
/// ```
/// use tirkeu::page::{json::tree, node::text};
/// assert_eq!(tree(&text("p", "a < b".into()).class("c").into()).to_string(), r#"["p",{"class":"c"},"a < b"]"#);
/// ```
#[must_use]
pub fn tree(node: &Node) -> Value {
    match node {
        Node::Text(text) => Value::from(text.as_str()),
        Node::Element(element) => {
            let attributes: Value = element.attributes.iter().map(|(name, value)| (*name, value.as_ref())).collect();
            let parts = [Value::from(element.name), attributes].into_iter();
            parts.chain(element.children.iter().map(tree)).collect()
        }
    }
}
