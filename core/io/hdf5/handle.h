// What the HDF5 library gave us, closed when we are done.
#pragma once

#include <hdf5.h>

namespace horo::hdf5 {

struct Handle {
    Handle(hid_t opened, herr_t (*closes)(hid_t)) : id(opened), close(closes) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (id >= 0) close(id);
    }
    explicit operator bool() const { return id >= 0; }

    const hid_t id;  ///< below 0 = it could not be opened
    herr_t (*const close)(hid_t);
};

}  // namespace horo::hdf5
