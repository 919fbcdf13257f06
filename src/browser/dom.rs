//! Shows a tree of elements in the browser: builds it once, then changes only what differs, so that focus and typing are kept.
//!
//! Knows elements, attributes and texts; nothing of what they say. Text enters the page as text nodes only.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement, Node as DomNode};

use crate::node::{Element, Node};

/// Makes the children of `parent`, which show `old`, show `new`.
pub(crate) fn patch(document: &Document, parent: &DomNode, old: &[Node], new: &[Node]) {
    if old == new {
        return;
    }
    let mut shown: Vec<Option<(&Node, DomNode)>> = old.iter().zip(children(parent)).map(Some).collect();
    let kept: Vec<Option<(&Node, DomNode)>> = new.iter().map(|node| take_like(&mut shown, node)).collect();
    for (_, gone) in shown.into_iter().flatten() {
        let _ = parent.remove_child(&gone);
    }
    let mut next = parent.first_child();
    for (node, kept) in new.iter().zip(kept) {
        let (dom, is_in_place) = match kept {
            Some((was, dom)) => {
                patch_node(document, &dom, was, node);
                let is_in_place = next.as_ref() == Some(&dom);
                (Some(dom), is_in_place)
            }
            None => (create(document, node), false),
        };
        if is_in_place {
            next = next.and_then(|next| next.next_sibling());
        } else if let Some(dom) = dom {
            let _ = parent.insert_before(&dom, next.as_ref());
        }
    }
}

fn children(parent: &DomNode) -> impl Iterator<Item = DomNode> {
    std::iter::successors(parent.first_child(), DomNode::next_sibling)
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

fn patch_node(document: &Document, dom: &DomNode, was: &Node, node: &Node) {
    match (was, node) {
        (Node::Text(was), Node::Text(text)) if was != text => dom.set_node_value(Some(text)),
        (Node::Element(was), Node::Element(element)) => {
            patch_attributes(dom, was, element);
            patch(document, dom, &was.children, &element.children);
        }
        _ => {}
    }
}

fn patch_attributes(dom: &DomNode, was: &Element, element: &Element) {
    let dom: &web_sys::Element = dom.unchecked_ref();
    for (name, _) in was.attributes.iter().filter(|(name, _)| element.attribute(name).is_none()) {
        let _ = dom.remove_attribute(name);
        if *name == "checked" {
            dom.unchecked_ref::<HtmlInputElement>().set_checked(false);
        }
    }
    for (name, value) in element.attributes.iter().filter(|(name, value)| was.attribute(name) != Some(value)) {
        set_attribute(dom, name, value);
    }
}

/// Fields alone have `value` and `checked`, as what was typed or ticked, not what stood there first; what has a class is a part of that name to the host's styles.
fn set_attribute(dom: &web_sys::Element, name: &str, value: &str) {
    let input: &HtmlInputElement = dom.unchecked_ref();
    match name {
        "value" => input.set_value(value),
        "checked" => input.set_checked(true),
        _ => {
            let _ = dom.set_attribute(name, value);
        }
    }
    if name == "class" {
        let _ = dom.set_attribute("part", value);
    }
}

fn create(document: &Document, node: &Node) -> Option<DomNode> {
    let element = match node {
        Node::Text(text) => return Some(document.create_text_node(text).into()),
        Node::Element(element) => element,
    };
    let dom = document.create_element(element.name).ok()?;
    for (name, value) in &element.attributes {
        set_attribute(&dom, name, value);
    }
    for child in element.children.iter().filter_map(|child| create(document, child)) {
        let _ = dom.append_child(&child);
    }
    Some(dom.into())
}
