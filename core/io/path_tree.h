// A tree that is read node by node, where the path is the identity.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/io/hierarchy_draft.h"

namespace horo {

/// One name under two parents is two nodes. A name that stands once is the node's name; where names repeat,
/// the path from the root is, its parts joined by "/".
class HOROCYCLE_EXPORT PathTree {
public:
    static constexpr uint32_t top = std::numeric_limits<uint32_t>::max();  ///< above all roots

    /// The child of `parent` called `name`, made where it is not there; `line` = where it first stands.
    uint32_t child(uint32_t parent, std::string_view name, size_t line = 0);
    /// A new node without a name; it gets "PREFIX 1", "PREFIX 2"... in the order of making.
    uint32_t unnamed(uint32_t parent, size_t line = 0);

    size_t size() const { return nodes_.size(); }
    size_t unnamedCount() const { return unnamed_; }
    /// Error: paths of repeated names that would not fit into memory.
    Result<HierarchyDraft> draft(std::string_view prefix = "node") const;

private:
    struct Entry {
        uint32_t parent = top;
        std::string name;
        bool isNamed = true;
        uint32_t line = 0;
    };
    struct Key {
        uint32_t parent;
        std::string name;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        size_t operator()(const Key& key) const {
            return std::hash<std::string>()(key.name) * 31 + key.parent * 0x9E3779B97F4A7C15ull;
        }
    };
    std::vector<Entry> nodes_;
    std::unordered_map<Key, uint32_t, KeyHash> children_;
    size_t unnamed_ = 0;
};

}  // namespace horo
