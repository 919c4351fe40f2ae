#define HOROCYCLE_KERNEL avx2
#define HOROCYCLE_VECTOR_BYTES 32
#include "core/neighbors/product_kernel.inl"
