//! What stands in where a build does not know these kinds: types without values.

use super::super::{Instrument, Item, Kind, Options, hash::Hash, names::Names};
use crate::json::Node;
use crate::problem::Problems;

/// A kind.
#[derive(Clone, Debug)]
pub(crate) enum Wide {}

/// What is correct.
#[derive(Clone, Debug)]
pub(crate) enum Key {}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {}

/// What makes a scale a quiz.
#[derive(Clone, Debug)]
pub(crate) enum Quiz {}

impl Wide {
    pub(crate) fn is_asked(&self) -> bool {
        match *self {}
    }

    pub(crate) fn has_points(&self, _: Option<&Key>) -> bool {
        match *self {}
    }

    pub(crate) fn options(&self) -> Option<&Options> {
        match *self {}
    }

    pub(crate) fn ways(&self, _: Option<&Key>) -> Option<u128> {
        match *self {}
    }

    pub(crate) fn answer(&self, _: Option<&Key>, _: u128) -> Option<Given> {
        match *self {}
    }

    pub(crate) fn points(&self, _: &Given) -> Option<f64> {
        match *self {}
    }

    pub(crate) fn read(&self, _: &Instrument, _: &Node, _: &str, _: &mut Problems) -> Option<Given> {
        match *self {}
    }

    pub(crate) fn hash(&self, _: &Instrument, _: &mut Hash) {
        match *self {}
    }
}

impl Key {
    pub(crate) fn number(&self, _: f64) -> f64 {
        match *self {}
    }

    pub(crate) fn order(&self, _: &[usize]) -> f64 {
        match *self {}
    }

    pub(crate) fn cells(&self, _: &[Option<usize>], _: Option<usize>) -> Option<f64> {
        match *self {}
    }

    pub(crate) fn given(&self, _: &Given) -> Option<f64> {
        match *self {}
    }

    pub(crate) fn hash(&self, _: &mut Hash) {
        match *self {}
    }
}

impl Given {
    pub(crate) fn code(&self, _: Option<&Key>) -> u128 {
        match *self {}
    }

    pub(crate) fn raw(&self, _: Option<usize>) -> Option<f64> {
        match *self {}
    }

    pub(crate) fn words(&self, _: &Instrument, _: &Wide) -> String {
        match *self {}
    }

    pub(crate) fn written(&self, _: &Instrument, _: &Wide) -> String {
        match *self {}
    }
}

impl Quiz {
    pub(crate) fn hash(&self, _: &mut Hash) {
        match *self {}
    }
}

/// A kind that this build does not know has been refused by the shape already.
pub(in super::super) fn kind(_: usize, _: &Node, _: &Names<'_>, _: &str, _: &mut Problems) -> Option<Kind> {
    None
}

pub(in super::super) fn correct(_: &mut Item, _: &Node, _: &Names<'_>, _: &str, _: &mut Problems) {}

pub(in super::super) fn quiz(_: &Names<'_>, _: &mut Problems) -> Option<Quiz> {
    None
}

/// Nothing is drawn in this build.
pub(in super::super) fn is_drawn(_: &Node) -> bool {
    false
}
