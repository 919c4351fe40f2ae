// All methods that there are.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/offer.h"
#include "core/base/result.h"
#include "core/method/method.h"

namespace horo {

class HOROCYCLE_EXPORT Registry {
public:
    struct Entry {
        std::unique_ptr<const Method> method;
        std::string origin;  ///< "built-in" or the plugin's name
    };

    /// Holds the built-in methods from the start, those of plugins when they are opened. For one thread.
    static Registry& global();

    /// Error: the id is taken, or the declaration is not complete.
    Result<void> add(std::unique_ptr<const Method> method, std::string origin);
    /// By id. Error: unknown, with the nearest id.
    Result<const Method*> find(std::string_view id) const;
    /// "built-in" or the plugin's name; empty for a method that is not here.
    std::string originOf(const Method& method) const;
    /// Ordered by id.
    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::vector<Entry> entries_;
};

}  // namespace horo

/// One line at the end of a method's file makes it known everywhere.
#define HOROCYCLE_METHOD(Class) HOROCYCLE_OFFER(::horo::Method, Class)
