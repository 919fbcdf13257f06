//! Shows a tree of elements in the browser: builds it once, then changes only what differs, so that focus and typing are kept.
//!
//! Knows elements, attributes and texts; nothing of what they say, and of the page only what `dom.js` does to it. A function of a
//! script weighs a third of what reaching the same through the module's own imports does.
//!
//! Others change a page too: translators, reader modes, extensions, a host's script. Each node remembers which children it was given,
//! and the browser tells whether anybody else touched any of them; then all is put back as it was shown, before what differs is changed.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node as DomNode;

use crate::page::node::{Element, Node};

#[wasm_bindgen(module = "/src/browser/dom.js")]
extern "C" {
    fn text(content: &str) -> DomNode;
    fn element(name: &str) -> DomNode;
    fn rewrite(node: &DomNode, content: &str);
    fn remove(node: &DomNode);
    /// The child that stands there, wherever others may have put it since.
    fn child(parent: &DomNode, index: usize) -> Option<DomNode>;
    /// Begins to write anew what stands in a node; tells what comes first now.
    fn first(parent: &DomNode) -> Option<DomNode>;
    /// Puts a node in front of the one that comes next, unless it is that; tells what comes next then.
    fn place(parent: &DomNode, node: &DomNode, next: Option<&DomNode>) -> Option<DomNode>;
    /// Sets an attribute.
    fn set(node: &DomNode, name: &str, value: &str);
    fn unset(node: &DomNode, name: &str);
    /// Whether others may have changed what stands in `place` since it was settled.
    #[wasm_bindgen(js_name = isTouched)]
    fn is_touched(place: &DomNode) -> bool;
    /// What was done in `place` until now was not done by others.
    fn settle(place: &DomNode);
    /// Sets an attribute again that others changed.
    #[wasm_bindgen(js_name = mend)]
    fn mend_attribute(node: &DomNode, name: &str, value: &str);
    /// Takes out of a node what others put there, and puts back what was there: `names` are the attributes that it has.
    fn clean(node: &DomNode, names: &str);
}

/// Makes `place`, which showed `old`, show `new` in this language, whatever others have done there meanwhile.
pub(super) fn show(place: &DomNode, language: &str, old: &[Node], new: &[Node]) {
    restore(place, old);
    patch(place, old, new);
    set(place, "lang", language);
    settle(place);
}

/// Makes `place` what it was when it showed `shown`, if others changed anything there.
pub(super) fn restore(place: &DomNode, shown: &[Node]) {
    if !shown.is_empty() && is_touched(place) {
        mend_children(place, "class lang", shown);
        settle(place);
    }
}

fn mend_children(parent: &DomNode, names: &str, shown: &[Node]) {
    clean(parent, names);
    for (node, dom) in shown.iter().zip(children(parent)) {
        match node {
            Node::Text(text) => rewrite(&dom, text),
            Node::Element(element) => mend(&dom, element),
        }
    }
}

fn mend(dom: &DomNode, shown: &Element) {
    let mut names = String::new();
    for (name, value) in &shown.attributes {
        names.extend([name, " "]);
        mend_attribute(dom, name, value);
    }
    mend_children(dom, &names, &shown.children);
}

/// Makes the children of `parent`, which show `old`, show `new`.
fn patch(parent: &DomNode, old: &[Node], new: &[Node]) {
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
    (0..).map_while(|index| child(parent, index))
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
