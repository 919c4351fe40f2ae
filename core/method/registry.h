// All methods that there are.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/method/method.h"

namespace horo {

class HOROCYCLE_EXPORT Registry {
public:
    struct Entry {
        std::unique_ptr<const Method> method;
        std::string origin;  ///< "built-in" or the plugin's name
    };

    /// The one that the built-in methods enter themselves into.
    static Registry& global();

    /// Error: the id is taken.
    Result<void> add(std::unique_ptr<const Method> method, std::string origin);
    /// By id. Error: unknown, with the nearest id.
    Result<const Method*> find(std::string_view id) const;
    /// Ordered by id.
    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::vector<Entry> entries_;
};

/// Enters a method when the library is loaded.
struct HOROCYCLE_EXPORT BuiltIn {
    explicit BuiltIn(std::unique_ptr<const Method> method);
};

}  // namespace horo

/// One line at the end of a method's file makes it known everywhere.
#define HOROCYCLE_METHOD(Class) static const ::horo::BuiltIn enter##Class(std::make_unique<const Class>())
