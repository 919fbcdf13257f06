//! Shows a tree of elements in the browser: builds it once, then changes only what differs, so that focus and typing are kept.
//!
//! Knows elements, attributes and texts; nothing of what they say, and of the page only what `dom.js` does to it. A function of a
//! script weighs a third of what reaching the same through the module's own imports does.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node as DomNode;

use crate::page::node::{Element, Node};

#[wasm_bindgen(module = "/src/browser/dom.js")]
extern "C" {
    fn text(content: &str) -> DomNode;
    fn element(name: &str) -> DomNode;
    fn rewrite(node: &DomNode, content: &str);
    fn remove(node: &DomNode);
    fn first(parent: &DomNode) -> Option<DomNode>;
    fn after(node: &DomNode) -> Option<DomNode>;
    /// Puts a node in front of the one that comes next, unless it is that; tells what comes next then.
    fn place(parent: &DomNode, node: &DomNode, next: Option<&DomNode>) -> Option<DomNode>;
    /// Sets an attribute.
    pub(super) fn set(node: &DomNode, name: &str, value: &str);
    fn unset(node: &DomNode, name: &str);
}

/// Makes the children of `parent`, which show `old`, show `new`.
pub(crate) fn patch(parent: &DomNode, old: &[Node], new: &[Node]) {
    if old == new {
        return;
    }
    let mut shown: Vec<Option<(&Node, DomNode)>> = old.iter().zip(children(parent)).map(Some).collect();
    let kept: Vec<Option<(&Node, DomNode)>> = new.iter().map(|node| take_like(&mut shown, node)).collect();
    for (_, gone) in shown.into_iter().flatten() {
        remove(&gone);
    }
    let mut next = first(parent);
    for (node, kept) in new.iter().zip(kept) {
        let dom = match kept {
            Some((was, dom)) => {
                patch_node(&dom, was, node);
                dom
            }
            None => create(node),
        };
        next = place(parent, &dom, next.as_ref());
    }
}

fn children(parent: &DomNode) -> impl Iterator<Item = DomNode> {
    std::iter::successors(first(parent), after)
}

/// Takes the first node shown that can become `node`: of the same name and key.
fn take_like<'a>(shown: &mut [Option<(&'a Node, DomNode)>], node: &Node) -> Option<(&'a Node, DomNode)> {
    let alike = |was: &Node| match (was, node) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(was), Node::Element(node)) => was.name == node.name && was.key == node.key,
        _ => false,
    };
    shown.iter_mut().find(|place| place.as_ref().is_some_and(|(was, _)| alike(was)))?.take()
}

fn patch_node(dom: &DomNode, was: &Node, node: &Node) {
    match (was, node) {
        (Node::Text(was), Node::Text(text)) if was != text => rewrite(dom, text),
        (Node::Element(was), Node::Element(element)) => {
            patch_attributes(dom, was, element);
            patch(dom, &was.children, &element.children);
        }
        _ => {}
    }
}

fn patch_attributes(dom: &DomNode, was: &Element, element: &Element) {
    for (name, _) in was.attributes.iter().filter(|(name, _)| element.attribute(name).is_none()) {
        unset(dom, name);
    }
    for (name, value) in element.attributes.iter().filter(|(name, value)| was.attribute(name) != Some(value)) {
        set(dom, name, value);
    }
}

fn create(node: &Node) -> DomNode {
    let shown = match node {
        Node::Text(content) => return text(content),
        Node::Element(shown) => shown,
    };
    let dom = element(shown.name);
    for (name, value) in &shown.attributes {
        set(&dom, name, value);
    }
    for child in &shown.children {
        place(&dom, &create(child), None);
    }
    dom
}
