//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr};

use poem::Request;
use poem::http::HeaderMap;

/// The network address of whoever asks. `X-Forwarded-For` is believed only from proxies that the configuration lists,
/// read from the right: the first address that is not one of them.
pub fn address(request: &Request, trusted: &[IpAddr]) -> IpAddr {
    let peer = request
        .remote_addr()
        .as_socket_addr()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |addr| addr.ip());
    behind_proxies(peer, request.headers(), trusted)
}

fn behind_proxies(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    if !trusted.contains(&peer) {
        return peer;
    }
    let hops = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = hops
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let mut nearest = peer;
    for hop in hops.iter().rev() {
        // What cannot be read was not written by a proxy of ours; whoever came last before it stands.
        let Ok(address) = hop.parse::<IpAddr>() else {
            return nearest;
        };
        nearest = address;
        if !trusted.contains(&address) {
            return address;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::behind_proxies;
    use poem::http::HeaderMap;
    use std::net::IpAddr;

    fn address(peer: &str, forwarded: &[&str], trusted: &[IpAddr]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().expect("a header"));
        }
        behind_proxies(peer.parse().expect("an ip"), &headers, trusted).to_string()
    }

    #[test]
    fn only_listed_proxies_are_believed() {
        let trusted: Vec<IpAddr> = ["10.0.0.1", "10.0.0.2"]
            .iter()
            .map(|ip| ip.parse().expect("an ip"))
            .collect();
        let from = |peer, forwarded: &[&str]| address(peer, forwarded, &trusted);
        assert_eq!(from("9.9.9.9", &["1.2.3.4"]), "9.9.9.9");
        assert_eq!(from("10.0.0.1", &["1.2.3.4"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["6.6.6.6, 1.2.3.4"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["6.6.6.6, 1.2.3.4, 10.0.0.2"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["6.6.6.6", "1.2.3.4"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["nonsense"]), "10.0.0.1");
        assert_eq!(from("10.0.0.1", &[]), "10.0.0.1");
    }
}
