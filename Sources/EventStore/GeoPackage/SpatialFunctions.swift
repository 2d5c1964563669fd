import GRDBSQLite
import Geometry

/// The functions that the triggers of GeoPackage's R-tree call (OGC 12-128r17, annex F.3): every program that writes to
/// such a file brings its own.
enum SpatialFunctions {
  static func add(to handle: OpaquePointer?) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(
      handle, "ST_IsEmpty", 1, flags, nil,
      { context, _, values in
        guard let box = SpatialFunctions.box(values?[0]) else { return sqlite3_result_null(context) }
        sqlite3_result_int(context, box.isEmpty ? 1 : 0)
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "ST_MinX", 1, flags, nil, { SpatialFunctions.answer($0, $2, \.west) }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "ST_MaxX", 1, flags, nil, { SpatialFunctions.answer($0, $2, \.east) }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "ST_MinY", 1, flags, nil, { SpatialFunctions.answer($0, $2, \.south) }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "ST_MaxY", 1, flags, nil, { SpatialFunctions.answer($0, $2, \.north) }, nil, nil, nil)
  }

  private struct Extent {
    var box: BoundingBox?
    var isEmpty: Bool { box == nil }
  }

  private static func answer(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, _ side: KeyPath<BoundingBox, Double>
  ) {
    guard let box = box(values?[0])?.box else { return sqlite3_result_null(context) }
    sqlite3_result_double(context, box[keyPath: side])
  }

  /// Nil for what is no geometry.
  private static func box(_ value: OpaquePointer?) -> Extent? {
    guard sqlite3_value_type(value) == SQLITE_BLOB, let start = sqlite3_value_blob(value) else { return nil }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    guard let shape = GeoPackageBlob.shape(Array(bytes)) else {
      return GeoPackageBlob.headerLength(bytes).map { _ in Extent(box: nil) }
    }
    return Extent(box: shape.boundingBox)
  }
}
