//! Logistic regression with signs fixed beforehand: what a measure means decides its sign, the examples its size.

/// One example: its numbers, whether it is right, how much it counts.
#[derive(Debug, Clone)]
pub struct Example {
    pub numbers: Vec<f64>,
    pub right: bool,
    pub weight: f64,
}

/// Which sign a weight may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
    Free,
}

/// Steps of the descent; the fits are settled to three digits by then.
const STEPS: usize = 3000;

/// Weights and bias of least logistic loss, with a ridge on the weights of the standardised numbers: projected gradient descent
/// with momentum (FISTA; Beck and Teboulle 2009).
pub fn fit(examples: &[Example], signs: &[Sign], ridge: f64) -> (Vec<f64>, f64) {
    let n = signs.len();
    let total: f64 = examples.iter().map(|e| e.weight).sum();
    let mean: Vec<f64> = (0..n).map(|k| examples.iter().map(|e| e.numbers[k]).sum::<f64>() / examples.len() as f64).collect();
    let spread: Vec<f64> = (0..n)
        .map(|k| {
            let square: f64 = examples.iter().map(|e| (e.numbers[k] - mean[k]).powi(2)).sum();
            (square / examples.len() as f64).sqrt() + 1e-9
        })
        .collect();
    let rows: Vec<(Vec<f64>, f64, f64)> = examples
        .iter()
        .map(|e| {
            let row = (0..n).map(|k| (e.numbers[k] - mean[k]) / spread[k]).chain([1.0]).collect();
            (row, f64::from(e.right), e.weight / total)
        })
        .collect();
    // The loss is smooth with a constant of at most a quarter of the mean squared length of a row.
    let length: f64 = rows.iter().map(|(row, _, w)| w * row.iter().map(|x| x * x).sum::<f64>()).sum();
    let step = 1.0 / (length / 4.0 + ridge);
    let (mut at, mut ahead, mut momentum) = (vec![0.0; n + 1], vec![0.0; n + 1], 1.0_f64);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = (0..=n).map(|k| if k < n { 2.0 * ridge * ahead[k] / n as f64 } else { 0.0 }).collect();
        for (row, right, weight) in &rows {
            let sum: f64 = row.iter().zip(&ahead).map(|(x, w)| x * w).sum();
            let off = weight * (1.0 / (1.0 + (-sum).exp()) - right);
            for (g, x) in gradient.iter_mut().zip(row) {
                *g += off * x;
            }
        }
        let next: Vec<f64> = (0..=n)
            .map(|k| {
                let moved = ahead[k] - step * gradient[k];
                match signs.get(k) {
                    Some(Sign::Plus) => moved.max(0.0),
                    Some(Sign::Minus) => moved.min(0.0),
                    _ => moved,
                }
            })
            .collect();
        let faster = (1.0 + (1.0 + 4.0 * momentum * momentum).sqrt()) / 2.0;
        ahead = (0..=n).map(|k| next[k] + (momentum - 1.0) / faster * (next[k] - at[k])).collect();
        at = next;
        momentum = faster;
    }
    let weights: Vec<f64> = (0..n).map(|k| at[k] / spread[k]).collect();
    let bias = at[n] - weights.iter().zip(&mean).map(|(w, m)| w * m).sum::<f64>();
    (weights, bias)
}
