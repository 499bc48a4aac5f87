//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr};

use poem::Request;

/// The network address of whoever asks. `X-Forwarded-For` is believed only from proxies that the configuration lists,
/// read from the right: the first address that is not one of them.
pub fn address(request: &Request, trusted: &[IpAddr]) -> IpAddr {
    let peer = request
        .remote_addr()
        .as_socket_addr()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |addr| addr.ip());
    if !trusted.contains(&peer) {
        return peer;
    }
    let hops = request
        .headers()
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
    use super::*;

    fn request(peer: &str, forwarded: &[&str]) -> Request {
        let socket: std::net::SocketAddr = format!("{peer}:1000").parse().expect("an address");
        let mut request = Request::builder().finish();
        request.headers_mut().clear();
        for value in forwarded {
            request
                .headers_mut()
                .append("x-forwarded-for", value.parse().expect("a header"));
        }
        *request.remote_addr_mut() = poem::Addr::SocketAddr(socket).into();
        request
    }

    #[test]
    fn only_listed_proxies_are_believed() {
        let trusted: Vec<IpAddr> = ["10.0.0.1", "10.0.0.2"]
            .iter()
            .map(|ip| ip.parse().expect("an ip"))
            .collect();
        let from =
            |peer, forwarded: &[&str]| address(&request(peer, forwarded), &trusted).to_string();
        assert_eq!(from("9.9.9.9", &["1.2.3.4"]), "9.9.9.9");
        assert_eq!(from("10.0.0.1", &["1.2.3.4"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["6.6.6.6, 1.2.3.4"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["6.6.6.6, 1.2.3.4, 10.0.0.2"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["6.6.6.6", "1.2.3.4"]), "1.2.3.4");
        assert_eq!(from("10.0.0.1", &["nonsense"]), "10.0.0.1");
        assert_eq!(from("10.0.0.1", &[]), "10.0.0.1");
    }
}
