// Between the public verdict, which owns what it says, and the one that points into a pack.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "returnable/verdict.h"
#include "verdict/verdict_view.h"

namespace returnable {

/// A copy that owns all of its texts.
Verdict owned(const view::Verdict& seen);

/// Lists for a view of a verdict that no pack is behind.
struct ViewStorage {
    std::deque<std::string> strings;
    std::deque<std::vector<Text>> texts;
    std::deque<std::vector<view::Reading>> readings;
};

/// Points into `verdict` and `storage`: both have to outlive it.
view::Verdict view_of(const Verdict& verdict, ViewStorage& storage);

}  // namespace returnable
