// Rows and nodes with an identity that survives sorting, filtering and reopening.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/export.h"
#include "core/base/result.h"

namespace horo {

/// A stable 64-bit identity. Equal names in one space give equal ids in every session and on every
/// machine, so that objects which speak of the same things are linked by themselves.
using ItemId = uint64_t;

/// The id of `name`. Rows that have no names of their own are numbered inside a `space` (the checksum
/// of their file), so that row 0 of two unrelated files is not one item.
HOROCYCLE_EXPORT ItemId itemId(std::string_view name, std::string_view space = {});

/// An immutable list of n items with different names; embeddings and hierarchies share it.
class HOROCYCLE_EXPORT Items {
public:
    /// Error: a name that stands twice (named), or two names with one id.
    static Result<std::shared_ptr<const Items>> create(std::vector<std::string> names,
                                                       std::string space = {});

    /// Rows that have no names of their own: "0", "1"... They are spelled when somebody asks for the first of
    /// them, by whichever thread.
    static std::shared_ptr<const Items> numbered(size_t count, std::string space);

    size_t size() const { return size_; }
    const std::string& name(size_t row) const { return spelled().names_[row]; }
    ItemId id(size_t row) const { return spelled().ids_[row]; }
    const std::vector<std::string>& names() const { return spelled().names_; }
    std::span<const ItemId> ids() const { return spelled().ids_; }
    const std::string& space() const { return space_; }

    std::optional<size_t> rowOf(ItemId id) const;
    std::optional<size_t> rowOf(std::string_view name) const { return rowOf(itemId(name, space_)); }

private:
    Items() = default;
    const Items& spelled() const {
        if (!isSpelled_.load(std::memory_order_acquire)) spell();
        return *this;
    }
    void spell() const;

    size_t size_ = 0;
    std::string space_;
    mutable std::vector<std::string> names_;
    mutable std::vector<ItemId> ids_;
    mutable std::vector<uint32_t> slots_;  ///< rows by id, with open addressing: 8 to 16 bytes an item
    mutable std::atomic<bool> isSpelled_{false};
    mutable std::mutex spelling_;
};

/// Rows whose name stands in an earlier row, ascending, each with the first such row.
HOROCYCLE_EXPORT std::vector<std::pair<size_t, size_t>> repeatedNames(const std::vector<std::string>& names);

}  // namespace horo
