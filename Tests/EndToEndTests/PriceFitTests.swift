import Evaluation
import Geometry
import Testing

@Suite struct `Prices fitted to annotated toponyms` {
  private let here = Coordinate(lon: 36, lat: 35)
  private let far = Coordinate(lon: -80, lat: 40)

  /// The right reading always bears the second price, the wrong one the first.
  private func toponyms(_ count: Int) -> [WeighedToponym] {
    (0..<count).compactMap { number in
      WeighedToponym(
        docID: "doc \(number)", text: "Tripoli", point: here,
        readings: [(amounts: [0, 1], point: here), (amounts: [1, 0], point: far)])
    }
  }

  private func fit(restraint: Double = 0.1) -> PriceFit {
    PriceFit(names: ["wrong", "right"], given: [1, 2], fitted: ["wrong", "right"], restraint: restraint)
  }

  @Test func `what speaks against wrong readings becomes dear, what speaks against right ones cheap`() {
    let prices = fit().prices(for: toponyms(12))
    #expect(prices[0] > 1)
    #expect(prices[1] < 2)
    #expect(prices.allSatisfy { $0 >= 0 })
    #expect(fit().accuracy([1, 2], on: toponyms(12)) == 0)
    #expect(fit().accuracy(prices, on: toponyms(12)) == 1)
  }

  @Test func `what is learned on some texts holds on others`() {
    #expect(fit().crossValidated(toponyms(12)) == 1)
    #expect(fit().crossValidated(toponyms(3)) == nil)
  }

  @Test func `a strong restraint keeps the prices given`() {
    let prices = fit(restraint: 1e6).prices(for: toponyms(12))
    #expect(abs(prices[0] - 1) < 0.01 && abs(prices[1] - 2) < 0.01)
  }

  @Test func `prices that are not to be fitted stay`() {
    let fit = PriceFit(names: ["wrong", "right"], given: [1, 2], fitted: ["wrong"], restraint: 0.1)
    #expect(fit.prices(for: toponyms(12))[1] == 2)
  }

  @Test func `a toponym none of whose readings is near teaches nothing`() {
    let toponym = WeighedToponym(
      docID: "a", text: "Tripoli", point: here,
      readings: [(amounts: [1, 0], point: far), (amounts: [0, 1], point: nil)])
    #expect(toponym == nil)
  }
}
